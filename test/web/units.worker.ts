import { DECIMETRES_PER_METRE, DECISECONDS_PER_SECOND, MICRODEGREES_PER_DEGREE } from '../../geodata/units.ts';

/** Answers any message with the engine's unit constants, through memory shared with the page. */
self.onmessage = () => {
  const shared = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  shared.set([DECISECONDS_PER_SECOND, DECIMETRES_PER_METRE, MICRODEGREES_PER_DEGREE]);
  self.postMessage(shared);
};
