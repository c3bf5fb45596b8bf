import { knowledge } from '@domain/knowledge/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { acceptSuggestion, openSuggestion, refuseSuggestion } from './answering'
import { changeWordbook } from './changeWordbook'
import { listDocuments, openDesk } from './deskReading'
import { listDepartments, saveDocument, withdrawDocument } from './documentWriting'
import { lookUp } from './lookUp'
import { openGlossary } from './openGlossary'
import { findDocuments, openDocument, openLibrary, takeDocument } from './reading'
import { openSuggest, suggestTerm } from './suggesting'
import { tend } from './tend'
import { saveTerm, withdrawTerm } from './termHandlers'

const glossary = { openGlossary, changeWordbook, lookUp, saveTerm, withdrawTerm }
const papers = { openLibrary, findDocuments, openDocument, takeDocument, listDocuments }
const desk = { listDepartments, saveDocument, withdrawDocument, openDesk }
const suggestions = { openSuggest, suggestTerm, openSuggestion, acceptSuggestion, refuseSuggestion }

export const main = serve('knowledge', {
  contract: knowledge,
  handlers: { ...glossary, ...papers, ...desk, ...suggestions },
  standingOf,
  timers: { tend },
})
