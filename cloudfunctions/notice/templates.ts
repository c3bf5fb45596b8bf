import type { TemplateName } from '@domain/notice/kinds'

interface Template {
  /** The id that the WeChat console gave the template. */
  templateId: string
  /** The template's field keys in the order of the values. */
  fields: string[]
}

const fieldsOf: Record<TemplateName, string[]> = {
  'application.decided': ['thing1', 'phrase2', 'thing3'],
  'application.waiting': ['thing1', 'name2', 'thing3'],
  'order.progress': ['thing1', 'phrase2', 'character_string3'],
}

/** Environment variable of a template's id: TEMPLATE_APPLICATION_DECIDED. */
function variableOf(name: TemplateName): string {
  return `TEMPLATE_${name.toUpperCase().replace('.', '_')}`
}

/** A template as configured; its name stands in for the id where none is configured, as in the local cloud. */
export function templateOf(name: TemplateName): Template {
  return { templateId: process.env[variableOf(name)] ?? name, fields: fieldsOf[name] }
}
