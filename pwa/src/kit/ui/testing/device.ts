/** Which device a test holds; every test begins with a phone. */
interface Viewport {
  width: number;
  height: number;
}

const PHONE: Viewport = { width: 390, height: 844 };
const TABLET: Viewport = { width: 1180, height: 820 };

export function holdPhone(): void {
  hold(PHONE);
}

export function holdTablet(): void {
  hold(TABLET);
}

function hold(size: Viewport): void {
  const { happyDOM } = window as unknown as {
    happyDOM: { setViewport: (size: Viewport) => void };
  };
  happyDOM.setViewport(size);
}
