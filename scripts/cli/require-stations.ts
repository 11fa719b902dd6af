import { EXIT } from './exit-codes.ts';
import { CommandFailure } from './failures.ts';

/** @throws CommandFailure where there is no station to speak of */
export function requireStations(count: number): void {
  if (count > 0) return;
  throw new CommandFailure(EXIT.noAnswer, {
    zh: '没有找到派出所，请检查 --stations',
    en: 'no station was found; see --stations',
  });
}
