import { selfservice } from '@domain/selfservice/contract'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { namesOf } from '../identity/public'
import { claimSummaryOf } from './claimReports'
import { claimImports, claims } from './store'
import { allTitles, titleOf } from './titleViews'

const IMPORTS_SHOWN = 10
const ANSWERS_SHOWN = 50

/** What was answered since the imports asked, the latest first. Two requests; one where nothing was. */
async function latestAnswers() {
  const answered = await claims.find({
    where: { answeredAt: _.gt(0) },
    orderBy: [['answeredAt', 'desc']],
    limit: ANSWERS_SHOWN,
  })
  const known = await namesOf([...new Set(answered.map(({ employeeId }) => employeeId))])
  const names = new Map(known.map(({ employeeId, name }) => [employeeId, name]))
  return answered.flatMap(({ _id, employeeId, subject, amountFen, note, answers }) => {
    const given = answers.at(-1)
    const name = names.get(employeeId) ?? ''
    return given ? [{ number: _id, employeeId, name, subject, amountFen, question: note, ...given }] : []
  })
}

export const openInvoiceDesk = handle(selfservice.openInvoiceDesk, async ctx => {
  const [titles, imports, answers] = await Promise.all([
    allTitles(),
    claimImports.find({ where: {}, orderBy: [['checkedAt', 'desc']], limit: IMPORTS_SHOWN }),
    latestAnswers(),
  ])
  return { titles: titles.map(titleOf), imports: imports.map(claimSummaryOf), answers, now: ctx.now }
})
