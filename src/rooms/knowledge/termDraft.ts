import { termLimits } from '@domain/knowledge/term'
import type { api, Input } from '@/api'
import type { Term } from './useGlossary'

export type TermWords = Input<typeof api.knowledge.saveTerm>['words']

/** The form's words; lists are written as one line each. */
export interface TermDraft extends Omit<TermWords, 'aliases' | 'relatedIds'> {
  aliases: string
  /** As colleagues say them: their ids are found when it is sent. */
  related: string
}

export const emptyTerm: TermDraft = {
  zh: '',
  en: '',
  sv: '',
  abbreviation: '',
  aliases: '',
  lead: 'zh',
  field: 'company',
  gist: '',
  explanation: '',
  likeness: '',
  related: '',
  source: '',
  inText: true,
}

/** A word of the glossary as the form shows it. */
export function draftOfTerm(term: Term, headOfId: (termId: string) => string | undefined): TermDraft {
  const { zh, en, sv, abbreviation, lead, field, gist, explanation, likeness, source, inText } = term
  return {
    ...{ zh, en, sv, abbreviation, lead, field, gist, explanation, likeness, source, inText },
    aliases: term.aliases.join('、'),
    related: term.relatedIds.flatMap(id => headOfId(id) ?? []).join('、'),
  }
}

/** Parts of a line as people part them. */
const partsOf = (line: string) =>
  line
    .split(/[、,，;；]/)
    .map(part => part.trim())
    .filter(Boolean)

/** What is sent. A word that goes with it and is not in the glossary is left out. */
export function wordsOf(draft: TermDraft, idOfHead: (head: string) => string | undefined): TermWords {
  const { aliases, related, ...rest } = draft
  return {
    ...rest,
    aliases: partsOf(aliases).slice(0, termLimits.aliasesMax),
    relatedIds: [...new Set(partsOf(related).flatMap(head => idOfHead(head) ?? []))].slice(
      0,
      termLimits.relatedMax,
    ),
  }
}

const LINE_MIN = 2
const EXPLANATION_MIN = 4

/** What is missing, in the order of the form; undefined when it can be sent. */
export function termProblem(draft: TermDraft): string | undefined {
  if (draft[draft.lead].trim() === '') return '写上大家平时的叫法'
  if (draft.gist.trim().length < LINE_MIN) return '用一句话说它是什么'
  if (draft.explanation.trim().length < EXPLANATION_MIN) return '写下解释'
  if (draft.source.trim().length < LINE_MIN) return '写上来源'
  return undefined
}
