/** The county has another current version by now than the one that a delivery was held against. */
export class BaseMovedError extends Error {
  constructor(countyCode: string) {
    super(`County ${countyCode} has another version than the delivery was checked against.`);
    this.name = 'BaseMovedError';
  }
}
