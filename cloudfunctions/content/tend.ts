import { nextArticleState } from '@domain/content/article'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, keepHouse, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { announce, beginPush } from './announcing'
import { countReadings, lookUpDepartments } from './counting'
import { pushArticles } from './pushing'
import { remindDue } from './reminding'
import { articles } from './store'
import { settleFiles } from './verdicts'

const AT_ONCE = 50

/** What was to appear by now is published: readers see it already, this tells them of it, once. */
async function publishDue(now: Instant, shift: Shift): Promise<number> {
  const due = await articles.find({
    where: { state: 'scheduled', publishAt: _.lte(now) },
    orderBy: [['publishAt', 'asc']],
    limit: AT_ONCE,
    fields: ['_id'],
  })
  return eachWhile(shift, due, ({ _id }) =>
    transaction(async tx => {
      const article = await articles.in(tx).get(_id)
      const state = article && nextArticleState(article.state, 'appear')
      if (!article || !state || article.publishAt > now) return
      const pushed = beginPush(article, now)
      const { employeeId: id, name } = article.writer
      const told = await announce(tx, article, { employee: { id, name }, now })
      await articles.in(tx).update(_id, { state, version: article.version + 1, ...pushed, ...told })
    }),
  )
}

export const tend = (now: Instant) =>
  keepHouse(
    'content',
    {
      published: publishDue,
      counted: countReadings,
      looked: settleFiles,
      pushed: pushArticles,
      reminded: remindDue,
      // The last one: on a day of many articles it fills a run.
      departments: lookUpDepartments,
    },
    now,
  )
