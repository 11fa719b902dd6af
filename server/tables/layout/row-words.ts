/** Words by which a row shows that it is no data. Texts are compared without spaces, full width made half. */

const TOTAL = /^(?:[^\d]{0,12}(?:合计|小计|总计|共计|累计)(?:数)?:?|其中:?|(?:grand)?(?:sub)?total:?|sum:?)$/;
const EXAMPLE = /^[([【]?(?:填写|填报)?(?:示例|样例|范例)|^例[:\d]|^[([【]?例[)\]】]?$|^[([]?example\b/;
const NOTE =
  /^(?:备?注[:\d]|备?注$|(?:填[表报写]|指标|有关|情况|几点)?说明[:\d]?$|(?:填[表报写]|指标|有关|情况)?说明:|※|\*(?!$)|数据来源|资料来源|来源:|口径[:说]|填[表报]要求|notes?:|remarks?:|source:)/;
const SIGNATURE_WORD =
  '(?:单位|部门|分管|主管|主要|统计|填[表报])?(?:负责人|领导|填表人|填报人|制表人?|审核人?|复核人?|校核人?|审批人?|审签人?|经办人|报送人|联系人|统计人员|局长|签字|签章|盖章|填表日期|填报日期|报出日期|联系电话|联系方式|电话)(?:及电话)?';
const SIGNATURE = new RegExp(`^${SIGNATURE_WORD}(?:[(][^()]*[)])?(?::|$)`);
const REMARK =
  /^(?:填[报表]|报送|编制|制表|统计|上报|汇总)?(?:单位|部门|机构|日期|时间|时期|年份)[(:]|^(?:计量)?单位:|^(?:数据)?(?:截止|截至)|^(?:填[报表]|制表|统计)(?:单位|部门|日期|时间)$|^表号|^密级|^as ?of\b/;

/** How words are compared here. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

/** 合计, 商店镇小计, total: the row adds others up. */
export function saysTotal(text: string): boolean {
  return text.length <= 24 && TOTAL.test(plainWords(text));
}

/** 示例, 例：, (example): the row shows how to fill in the table. */
export function saysExample(text: string): boolean {
  return EXAMPLE.test(plainWords(text));
}

/** 注：, 说明：, 数据来源: a note at the foot. */
export function saysNote(text: string): boolean {
  return NOTE.test(plainWords(text));
}

/** 填表人：, 审核人: who signed, which is dropped and never repeated. */
export function saysSignature(text: string): boolean {
  return SIGNATURE.test(plainWords(text));
}

/** 填报单位：, 截止日期：, 单位：人: a line between title and header. */
export function saysRemark(text: string): boolean {
  const words = plainWords(text);
  return REMARK.test(words) || SIGNATURE.test(words);
}
