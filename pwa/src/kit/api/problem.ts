/** What the server says when it does not do what was asked (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** One sentence a person can act on. */
  detail: string;
  /** Stable; screens may decide by it. */
  code: string;
  errors?: ProblemPart[];
  request_id?: string;
  /** With 412: the row as it is stored now. */
  current?: Record<string, unknown>;
}

interface ProblemPart {
  pointer: string;
  code: string;
  detail: string;
}

/** What is wrong with single fields, each sentence once; the server says it in the language of the screen. */
export function partsInWords(problem: Problem | null | undefined): string {
  return [...new Set((problem?.errors ?? []).map(({ detail }) => detail))].join(' ');
}

/** The server answered, and the answer is no. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }
}

/** What may not be seen is not there; a fault or an ended sign-in says nothing of it. */
export function isGone(error: unknown): boolean {
  return error instanceof Refusal && [403, 404, 410].includes(error.status);
}

/** No answer: no network, a timeout, or somebody else's page in between. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** The problem in a refused answer; a proxy's page, without one, still becomes a problem. */
export async function problemOf(response: Response): Promise<Problem> {
  const bare: Problem = {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: '',
    code: `http_${response.status}`,
  };
  if (!speaksJson(response)) return bare;
  try {
    return { ...bare, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return bare; // the connection broke in mid-body: the status alone has to do
  }
}

/** A captive portal says 200 to everything, in HTML. Only JSON, or 204, comes from our server. */
export function speaksJson(response: Response): boolean {
  const type = response.headers.get('Content-Type') ?? '';
  return /^application\/([\w.-]+\+)?json\b/.test(type);
}

/** `kind` is what was asked for, as "audio/*". */
export function comesAs(response: Response, kind: string): boolean {
  return (response.headers.get('Content-Type') ?? '').startsWith(kind.replace('*', ''));
}

export function isDelivered(response: Response): boolean {
  return response.ok && (response.status === 204 || speaksJson(response));
}
