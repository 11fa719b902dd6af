/** The languages a host prints in, Chinese first. Keys of machine-readable output never change with it. */
export type Language = 'zh' | 'en';
