import { applyRoster } from './applyRoster'
import { checkRoster } from './checkRoster'
import { listImportLines } from './listImportLines'
import { listImportProblems } from './listImportProblems'
import { listImports } from './listImports'
import { openImport } from './openImport'

export const importHandlers = {
  checkRoster,
  applyRoster,
  openImport,
  listImports,
  listImportLines,
  listImportProblems,
}
