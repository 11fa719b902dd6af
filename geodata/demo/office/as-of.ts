/** 截止日期 of all files, as a date and as it stands below a title. */
export const AS_OF = '2024-06-30';
export const AS_OF_TEXT = '2024年6月30日';
