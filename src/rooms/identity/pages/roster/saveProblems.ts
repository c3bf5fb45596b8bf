import { api, call } from '@/api'
import { saveCsv } from '@/rooms/csvFile'
import { toast } from '@/ui/toast/store'
import { type Problem, problemsAsCsv, type Report } from './report'

/** Hands over every line with a problem, those that the report has no room for included. */
export async function saveProblems({ importId, problems, moreProblems }: Report): Promise<void> {
  try {
    const further = moreProblems > 0 ? await furtherProblems(importId) : []
    await saveCsv('名单问题行.csv', problemsAsCsv([...problems, ...further]))
    if (further.length < moreProblems) toast.show('核对过了一周，只剩最前面的问题行')
  } catch {
    toast.show('问题行没有取全，看看网络，再试一次')
  }
}

async function furtherProblems(importId: string): Promise<Problem[]> {
  const further: Problem[] = []
  for (let after: string | undefined; ; ) {
    const page = await call(api.identity.listImportProblems, { importId, forFile: true, after })
    further.push(...page.problems)
    if (page.next === null) return further
    after = page.next
  }
}
