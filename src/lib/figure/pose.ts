// The words in which poses and exercises are written down. Types only: no numbers, no geometry.
import type { Side } from './body.ts';
import type { Mat3, Vec3 } from './vector.ts';

/** How the body lies or stands: supine has its head left, prone and all fours right, sideL and sideR face the viewer. */
export type Base = 'stand' | 'supine' | 'prone' | 'sideL' | 'sideR';

export type LimbName = `${'arm' | 'leg'}${Side}`;
export type FrameName = 'pelvis' | 'lumbar' | 'thorax' | 'chest' | 'head' | `thigh${Side}` | `shin${Side}`;
export type JointName =
	| 'pelvis'
	| 'l5'
	| 'loin'
	| 't12'
	| 't6'
	| 'c7'
	| 'skull'
	| `${'hip' | 'knee' | 'ankle' | 'heel' | 'ball' | 'toe' | 'shoulder' | 'elbow' | 'wrist' | 'hand' | 'fingers'}${Side}`;

/** Flexion forward +, side bend to the right +, twist to the right +; degrees. */
export type Bend = Vec3;

/**
 * One arm or leg, said in one of three ways: joint angles, a place to reach (`at`), or directions (`upper`, `lower`).
 * Angles in degrees: flex forward +, abd and rot outward +, knee and elbow ≥ 0, ankle and toe up +.
 */
export interface LimbPose {
	readonly flex?: number;
	readonly abd?: number;
	readonly rot?: number;
	readonly elbow?: number;
	readonly wrist?: number;
	readonly knee?: number;
	readonly ankle?: number;
	readonly toe?: number;
	/** Where the wrist or ankle is, in the world or, with `rel`, in that part of the body. */
	readonly at?: Vec3;
	readonly rel?: FrameName;
	/** Where elbow or knee points, in the world; `poleRel` in the chest or pelvis. */
	readonly pole?: Vec3;
	readonly poleRel?: Vec3;
	readonly upper?: Vec3;
	readonly lower?: Vec3;
	/** Direction of the hand or foot in the world. */
	readonly end?: Vec3;
	/** How far the shoulder rises with the arm, 0–1; joint angles raise it by themselves. */
	readonly lift?: number;
}

export interface Spine {
	readonly lumbar?: Bend;
	readonly thorax?: Bend;
	readonly neck?: Bend;
	readonly head?: Bend;
}

export interface Pose {
	readonly base?: Base;
	/** The point between the hips; a height of null lets the body down until `drop` (or anything) touches the ground. */
	readonly root?: readonly [x: number, y: number | null, z: number];
	readonly drop?: readonly string[];
	/** Instead of `root`: this joint stays here. */
	readonly anchor?: { readonly joint: JointName; readonly at: Vec3 };
	/** Pitch (leans back +), roll about the front axis, yaw about the long axis. */
	readonly rot?: Vec3;
	/** Clear height above the ground, for the flight of a run. */
	readonly flight?: number;
	/** How far the belly stands out with the breath, cm. */
	readonly breath?: number;
	readonly spine?: Spine;
	readonly armR?: LimbPose;
	readonly armL?: LimbPose;
	readonly legR?: LimbPose;
	readonly legL?: LimbPose;
	/** Set between two poses only, where base and rot no longer say the orientation. */
	readonly orientation?: Mat3;
}

export type FocusPart =
	| 'back'
	| 'lowback'
	| 'abs'
	| 'glutes'
	| 'quads'
	| 'hams'
	| 'calves'
	| 'shoulder'
	| `${'gluteMed' | 'oblique' | 'quads' | 'hams' | 'calves' | 'hipFront' | 'shoulder'}${Side}`;

export type Prop =
	| { readonly kind: 'mat' | 'ground' | 'disc' }
	/** `at`: where its back is; it looks to the right, or with `facing` −1 to the left. `height` of the seat. */
	| { readonly kind: 'chair'; readonly at: number; readonly height: number; readonly facing?: 1 | -1 }
	| { readonly kind: 'wall'; readonly at: number }
	| { readonly kind: 'desk'; readonly at: number; readonly height: number; readonly width: number }
	/** A low step or stool, and a cushion: blocks of their measures. */
	| {
			readonly kind: 'step' | 'cushion';
			readonly x: readonly [number, number];
			readonly z: readonly [number, number];
			readonly height: number;
	  };

export interface View {
	readonly yaw: number;
	readonly pitch: number;
}

export type Layer = LimbName | 'neck' | 'torso' | 'head' | 'over';
export type Box = readonly [x: number, y: number, width: number, height: number];
export type Beat = { readonly to: string; readonly seconds: number } | { readonly hold: number };

interface Shown {
	readonly id: string;
	readonly view: View;
	readonly box: Box;
	readonly props: readonly Prop[];
	/** The working area, tinted. */
	readonly focus: readonly FocusPart[];
	/** What must touch the ground at the peak; `seat:pelvis` the chair, `wall:fingersR` the wall. */
	readonly contacts: readonly string[];
	readonly shoes?: boolean;
	/** Back to front, where depth alone would draw it wrongly (lying on the side). */
	readonly order?: readonly Layer[];
	/** The side drawn darker, where the movement itself would change which one is farther away. */
	readonly far?: Side;
}

export interface PosedExercise extends Shown {
	readonly kind: 'posed';
	readonly start: string;
	readonly peak: string;
	readonly beat: readonly Beat[];
	readonly poses: Readonly<Record<string, Pose>>;
	/** The content's side ('R', 'L': the side that works) which the data shows; the other side is the picture mirrored. */
	readonly shows?: 'right' | 'left';
	/** Every second repetition is done with the other side, in the same lie. */
	readonly alternates?: boolean;
	/** Shown mirrored from the start, for a pose that is another one's other side. */
	readonly flipped?: boolean;
	/**
	 * How the beat meets the content's tempo. 'hold' (the default): out, hold, back. 'flow': always moving, the beat
	 * is stretched over the repetition. 'own': a breath, repeated at about its own length.
	 */
	readonly pace?: 'hold' | 'flow' | 'own';
}

export interface GaitExercise extends Shown {
	readonly kind: 'gait';
	/** Seconds of one stride. */
	readonly period: number;
	readonly cycle: (phase: number) => Pose;
}

export type FigureExercise = PosedExercise | GaitExercise;
