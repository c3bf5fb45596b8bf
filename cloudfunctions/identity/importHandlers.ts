import { applyRoster } from './applyRoster'
import { checkRoster } from './checkRoster'
import { listImportLines } from './listImportLines'
import { listImports } from './listImports'
import { openImport } from './openImport'

export const importHandlers = { checkRoster, applyRoster, openImport, listImports, listImportLines }
