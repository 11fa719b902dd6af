/** A row of one of the county's own tables: header -> cell. Codes are text; '' where the cell is blank. */
export type TableRow = Readonly<Record<string, string | number>>;
