import { shortened } from '@domain/kernel/characters'
import { type TemplateName, templateNames } from '@domain/notice/kinds'

interface Template {
  /** The id that the WeChat console gave the template. */
  templateId: string
  /** The template's field keys in the order of the values. */
  fields: string[]
}

const fieldsOf: Record<TemplateName, string[]> = {
  applicationDecided: ['thing1', 'phrase2', 'thing3'],
  applicationWaiting: ['thing1', 'name2', 'thing3'],
  orderProgress: ['thing1', 'phrase2', 'character_string3'],
  seatOffered: ['thing1', 'time2', 'thing3'],
  sessionSoon: ['thing1', 'time2', 'thing3'],
  articleOut: ['thing1', 'time2', 'thing3'],
  goodReady: ['thing1', 'time2', 'thing3'],
}

/** Environment variable of a template's id: TEMPLATE_APPLICATION_DECIDED. */
function variableOf(name: TemplateName): string {
  return `TEMPLATE_${name.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase()}`
}

/** A template as configured; its name stands in for the id where none is configured, as in the local cloud. */
export function templateOf(name: TemplateName): Template {
  return { templateId: process.env[variableOf(name)] ?? name, fields: fieldsOf[name] }
}

/** Every template's id by its name. */
export function templateIds(): Record<TemplateName, string> {
  const ids = templateNames.map(name => [name, templateOf(name).templateId] as const)
  return Object.fromEntries(ids) as Record<TemplateName, string>
}

/** The most characters that WeChat takes for each kind of field; a longer or an empty value fails the whole message. */
const FIELD_CHARACTERS_MAX: Readonly<Record<string, number>> = {
  thing: 20,
  phrase: 5,
  name: 10,
  character_string: 32,
}

/** A value as WeChat takes it for a field such as `thing1`: cut where it is too long, a dash where there is none. */
export function fitted(field: string, value: string | undefined): string {
  const kind = field.replace(/\d+$/, '')
  const characters = [...(value ?? '').trim()]
  const max = FIELD_CHARACTERS_MAX[kind] ?? characters.length
  if (characters.length === 0) return '-'
  // Only a thing may hold a mark of omission; the other kinds take letters alone.
  return kind === 'thing' ? shortened(characters, max) : characters.slice(0, max).join('')
}
