/** People on the wire; the shapes come from the server's own description. */
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type PersonRef = Shapes['PersonRef'];
export type PersonCard = Shapes['PersonCard'];
export type PersonRead = Shapes['PersonRead'];
export type PersonChange = Shapes['PersonChange'];
export type PersonNew = Shapes['PersonNew'] & { id: string };
export type Me = Shapes['MeRead'];
export type Access = Shapes['AccessRead'];
export type Team = Shapes['TeamRead'];
export type MentorPair = Shapes['MentorPairRead'];
export type MentorPairNew = Shapes['MentorPairNew'];
export type Calibration = Shapes['CalibrationRead'];
export type SignedIn = Shapes['SignedIn'];
/** A link that works once, within 24 hours. */
export type Invitation = Shapes['InvitationRead'];
export type InvitationLook = Shapes['InvitationLook'];
export type PageOf<T> = { items: T[]; next_cursor: string | null };
export type HandOverNew = Shapes['HandOverNew'];
export type HandedOver = Shapes['HandOverRead'];
