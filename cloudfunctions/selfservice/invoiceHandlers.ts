import { answerClaim } from './answerClaim'
import { applyClaims } from './applyClaims'
import { checkClaims } from './checkClaims'
import { listClaims } from './listClaims'
import { listTitles } from './listTitles'
import { listTitleVersions } from './listTitleVersions'
import { openClaimImport } from './openClaimImport'
import { openInvoiceDesk } from './openInvoiceDesk'
import { saveTitle } from './saveTitle'

const own = { listTitles, listClaims, answerClaim }
const finance = { openInvoiceDesk, listTitleVersions, saveTitle, checkClaims, applyClaims, openClaimImport }

export const invoiceHandlers = { ...own, ...finance }
