import type { Grade, GradeReason } from '../../engine/index';
import { counted, count, fixed, share } from './format';

export interface GradeWords {
  /** "Good target", "Do not target on this". */
  verdict: string;
  /** What decided: "94 % come back when customers are redrawn.". */
  because: string;
}

const VERDICTS: Readonly<Record<Grade['level'], string>> = {
  good: 'Good target',
  fair: 'Fair target',
  weak: 'Do not target on this',
};

/** A grade with the reason for it. */
export const gradeWords = ({ level, reasons }: Grade): GradeWords => ({
  verdict: VERDICTS[level],
  because: reasons.map(reasonWords).join(' '),
});

function reasonWords({ code, value, limit }: GradeReason): string {
  switch (code) {
    case 'too-small':
      return `Only ${counted(value, 'customer')}; ${count(limit)} would be enough.`;
    case 'dissolves':
      return `It dissolves when customers are redrawn: ${share(value)} come back.`;
    case 'shaky':
      return `${capital(share(value))} come back when customers are redrawn; ${share(limit)} would be firm.`;
    case 'mixed':
      return `Its customers are nearer to another segment (silhouette ${fixed(value, 2)}).`;
    case 'doubtful':
      return `${capital(share(value))} come back when customers are redrawn; ${share(limit)} would be firm.`;
    case 'not-redrawn':
      return 'Whether it comes back when customers are redrawn is not known.';
    case 'close':
      return `Its edge is blurred (silhouette ${fixed(value, 2)}; from ${fixed(limit, 2)} its customers are much alike).`;
    case 'unsure':
      return `${capital(share(value))} of its customers clearly belong here; ${share(limit)} would be enough.`;
    case 'steady':
      return `${capital(share(value))} come back when customers are redrawn.`;
    case 'slope':
      return 'It is cut from one long slope and has no gap around it.';
    case 'firm':
      return `${capital(share(value))} come back when customers are redrawn; its customers are much alike.`;
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
