import type { api, Input, Output } from '@/api'

type Opened = Output<typeof api.selfservice.openTicketCategories>
export type Category = Opened['categories'][number]
type Person = Opened['people'][number]
type Saved = Input<typeof api.selfservice.saveTicketCategory>
type FieldKind = Category['fields'][number]['kind']

export interface FieldDraft {
  key: string
  label: string
  kind: FieldKind
  required: boolean
  /** Parted by 、 */
  options: string
}

export interface CategoryDraft {
  name: string
  hint: string
  targetHours: string
  fields: FieldDraft[]
  desks: Category['desks']
  together: boolean
}

export const FIELDS_MAX = 6

/** `上海、成都工厂：苗苗等 3 人`: each who with every site that is theirs. */
export function sayDesks(desks: Category['desks'], people: readonly Person[]): string {
  const nameOf = (id: string) => people.find(({ employeeId }) => employeeId === id)?.name ?? '已离职的同事'
  const sitesOf = new Map<string, string[]>()
  for (const { site, leadId, handlerIds } of desks) {
    const who = handlerIds.length > 1 ? `${nameOf(leadId)}等 ${handlerIds.length} 人` : nameOf(leadId)
    sitesOf.set(who, [...(sitesOf.get(who) ?? []), site])
  }
  const said = [...sitesOf].map(([who, sites]) => `${sites.join('、')}：${who}`)
  return said.join('，') || '还没有人接'
}

export function draftOfCategory({
  name,
  hint,
  targetHours,
  fields,
  desks,
  together,
}: Category): CategoryDraft {
  return {
    name,
    hint,
    targetHours: String(targetHours),
    fields: fields.map(field => ({ ...field, options: field.options.join('、') })),
    desks,
    together,
  }
}

/** A key that no other field has; answers are kept by it, so that it does not change with its place. */
export function withField(fields: readonly FieldDraft[]): FieldDraft[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const free = letters.map(letter => `extra${letter.toUpperCase()}`)
  const key = free.find(one => !fields.some(field => field.key === one)) ?? 'extra'
  return [...fields, { key, label: '', kind: 'line', required: false, options: '' }]
}

/** With somebody at a site or without; the first one leads. */
export function withHandler(desks: Category['desks'], site: string, employeeId: string): Category['desks'] {
  const desk = desks.find(one => one.site === site)
  if (!desk) return [...desks, { site, leadId: employeeId, handlerIds: [employeeId] }]
  const handlerIds = desk.handlerIds.includes(employeeId)
    ? desk.handlerIds.filter(one => one !== employeeId)
    : [...desk.handlerIds, employeeId]
  const [first] = handlerIds
  if (first === undefined) return desks.filter(one => one !== desk)
  const leadId = handlerIds.includes(desk.leadId) ? desk.leadId : first
  return desks.map(one => (one === desk ? { site, leadId, handlerIds } : one))
}

const optionsOf = ({ kind, options }: FieldDraft) =>
  kind === 'choice'
    ? options
        .split(/[、,，]/)
        .map(option => option.trim())
        .filter(Boolean)
    : []

export function categoryOf({ categoryId, icon, version }: Category, draft: CategoryDraft): Saved {
  const { name, hint, targetHours, fields, desks, together } = draft
  return {
    ...{ categoryId, icon, version, name, hint, desks, together },
    targetHours: Number(targetHours),
    fields: fields.map(field => ({ ...field, options: optionsOf(field) })),
  }
}

const HOURS_MAX = 260

/** What is missing, in the order of the form; undefined when it can be saved. */
export function categoryProblem(draft: CategoryDraft): string | undefined {
  const hours = Number(draft.targetHours)
  if (draft.name.trim().length < 2) return '写类别的名字'
  if (draft.hint.trim().length < 2) return '写一句它管什么'
  if (!Number.isInteger(hours) || hours < 1 || hours > HOURS_MAX) return `时限写 1 到 ${HOURS_MAX} 个工作小时`
  if (draft.fields.some(({ label }) => label.trim() === '')) return '每一项写一个名字'
  if (draft.fields.some(field => field.kind === 'choice' && optionsOf(field).length < 2))
    return '选择题至少两个选项，用顿号隔开'
  if (draft.desks.length === 0) return '至少一个园区有人接'
  return undefined
}
