/** Refuses a schema name that SQL would not take as it stands: names are written into statements, unlike values. */
export function requireSchemaName(name: string): void {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(name)) throw new Error(`${name} is not a schema name: a-z, 0-9 and _ only.`);
}
