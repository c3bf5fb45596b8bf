import { identity } from '@domain/identity/contract'
import { searchTerm } from '@domain/identity/searchTerms'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { employees } from './store'

const FOUND_MAX = 20

/** Colleagues whose name, pinyin or number begins like this; of those who have left nobody. */
export const findColleagues = handle(identity.findColleagues, async (_ctx, { text }) => {
  const term = searchTerm(text)
  if (term === '') return { colleagues: [] }
  const found = await employees.find({
    where: { searchTerms: _.in([term]), status: 'active' },
    limit: FOUND_MAX,
    fields: ['_id', 'name', 'site', 'department'],
  })
  const colleagues = found.map(({ _id, name, site, department }) => ({
    employeeId: _id,
    name,
    site,
    department,
  }))
  return { colleagues }
})
