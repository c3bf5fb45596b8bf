import { MALL_DESK } from '../access/roles'
import { ownOf } from '../kernel/own'
import { type Day, isDay } from '../kernel/time'
import { plateOf } from './plate'

/** How an answer on a ticket's form is given. */
export const ticketFieldKinds = ['line', 'choice', 'day', 'plate'] as const
export type TicketFieldKind = (typeof ticketFieldKinds)[number]

export interface TicketField {
  key: string
  label: string
  kind: TicketFieldKind
  required: boolean
  /** Of a choice; empty for the others. */
  options: string[]
}

/** Who works on a category's tickets at one site. */
export interface TicketDesk {
  /** Or `MALL_DESK`, where those of all sites wait that have no desk of their own. */
  site: string
  /** Who is told when a deadline passes. */
  leadId: string
  handlerIds: string[]
}

/** A kind of ticket, as data: what is asked, how long it may take and who does it. */
export interface TicketCategory {
  name: string
  /** One of `ticketIcons`; the phone has these alone. */
  icon: TicketIcon
  /** What belongs here, in half a line. */
  hint: string
  fields: TicketField[]
  /** Working time until it should be resolved. */
  targetHours: number
  desks: TicketDesk[]
  /** Whether colleagues of the site see that there is one, and may say that it is the same with them. Absent: no. */
  together?: boolean
}

export const ticketIcons = [
  'fix',
  'lamp',
  'bolt',
  'snow',
  'chair',
  'printer',
  'desk',
  'box',
  'truck',
  'idc',
  'guest',
  'car',
  'trash',
  'lock',
  'grid',
] as const
export type TicketIcon = (typeof ticketIcons)[number]

export interface TicketAnswer {
  label: string
  value: string
}

const ANSWER_MAX = 60

/**
 * The answers in the order of the form, with the labels that the questions have now, a plate as it stands on the car; null
 * where one is missing, is no choice, no plate or no day to come, or answers nothing that was asked.
 * @param today the present day in UTC+8: a form asks for what shall be done, not for what was
 */
export function answersTo(
  { fields }: Pick<TicketCategory, 'fields'>,
  given: Readonly<Record<string, string>>,
  today: Day,
): TicketAnswer[] | null {
  const known = new Set(fields.map(({ key }) => key))
  if (Object.keys(given).some(key => !known.has(key))) return null
  const answers = fields.map(field => ({ field, value: (ownOf(given, field.key) ?? '').trim() }))
  if (answers.some(({ field, value }) => !isAnswer(field, value, today))) return null
  return answers.flatMap(({ field: { kind, label }, value }) =>
    value === '' ? [] : [{ label, value: (kind === 'plate' ? plateOf(value) : null) ?? value }],
  )
}

/** Whether a question is answered, for `answersTo`. */
export function isAnswer({ kind, required, options }: TicketField, value: string, today: Day): boolean {
  if (value === '') return !required
  if (value.length > ANSWER_MAX || value.includes('\n')) return false
  if (kind === 'choice') return options.includes(value)
  if (kind === 'plate') return plateOf(value) !== null
  return kind === 'day' ? isDay(value) && value >= today : true
}

/** So many required answers say what a ticket is about: when and who, of a visit. One alone says where, or which. */
const ANSWERS_ENOUGH = 2

/** Whether a ticket needs a sentence of its own beside the answers on its form. */
export function needsSentence({ fields }: Pick<TicketCategory, 'fields'>): boolean {
  return fields.filter(({ required }) => required).length < ANSWERS_ENOUGH
}

/** The desk where a ticket from a site waits; null: nobody does such things there. */
export function deskOf({ desks }: Pick<TicketCategory, 'desks'>, site: string): string | null {
  const sites = desks.map(desk => desk.site)
  return [site, MALL_DESK].find(one => sites.includes(one)) ?? null
}

/** Who may be given a ticket of this category at a site: those named there, the lead among them. */
export function handlersAt({ desks }: Pick<TicketCategory, 'desks'>, site: string): string[] {
  const desk = desks.find(one => one.site === site)
  return desk ? [...new Set([...desk.handlerIds, desk.leadId])] : []
}

/** The desks without somebody who works there no more: another of a desk leads it then, and one without anybody is none. */
export function desksWithout(desks: readonly TicketDesk[], employeeId: string): TicketDesk[] {
  return desks.flatMap(desk => {
    const handlerIds = desk.handlerIds.filter(id => id !== employeeId)
    const leadId = desk.leadId === employeeId ? handlerIds[0] : desk.leadId
    return leadId === undefined ? [] : [{ ...desk, leadId, handlerIds }]
  })
}

/** Who is told of a ticket that nobody has taken in time; null: nobody works there. */
export function leadAt({ desks }: Pick<TicketCategory, 'desks'>, site: string): string | null {
  return desks.find(one => one.site === site)?.leadId ?? null
}
