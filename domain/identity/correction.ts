/**
 * What somebody may say is wrong about them on the roster. A phone is moved by rebinding, which proves whose it is; the day
 * of joining counts in benefits and is HR's alone.
 */
export const correctableFields = ['name', 'department', 'site'] as const
export type CorrectableField = (typeof correctableFields)[number]
export type Correctable = Record<CorrectableField, string>

export interface CorrectedField {
  field: CorrectableField
  was: string
  becomes: string
}

/** The fields that are asked to be other than they are, in the order of the roster. */
export function correctedFields(known: Correctable, asked: Partial<Correctable>): CorrectedField[] {
  return correctableFields.flatMap(field => {
    const becomes = asked[field]
    return becomes === undefined || becomes === known[field] ? [] : [{ field, was: known[field], becomes }]
  })
}

export const correctableWords: Record<CorrectableField, string> = {
  name: '姓名',
  department: '部门',
  site: '园区',
}

/** "姜楠：部门 质量 → 总装": whose, for whoever decides it. */
export const sayWhoseCorrected = (name: string, fields: readonly CorrectedField[]): string =>
  `${name}：${sayCorrected(fields)}`

/** "部门 质量 → 总装" */
export function sayCorrected(fields: readonly CorrectedField[]): string {
  return fields.map(({ field, was, becomes }) => `${correctableWords[field]} ${was} → ${becomes}`).join('，')
}
