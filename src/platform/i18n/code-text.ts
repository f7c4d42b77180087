import { oneLine } from './one-line.js';
import { withoutUnseen } from '../unseen-marks.js';

const BLANKS = /[\p{Zs}\t]+/gu;

/**
 * A code as it is kept: what came along with it from Word, a web page or a right-to-left text goes, and every kind of
 * blank is the usual one. Two codes that look alike are then the same.
 */
export const codeText = (text: string): string => oneLine(withoutUnseen(text)).replace(BLANKS, ' ').trim();
