import type { TitleView } from '@domain/selfservice/invoiceContract'
import type * as z from 'zod'
import type { TitleDocument } from './invoiceDocuments'
import { titles } from './store'

const TITLES_MAX = 50

/** Every title. One request. */
export function allTitles(): Promise<TitleDocument[]> {
  return titles.find({ where: {}, orderBy: [['_id', 'asc']], limit: TITLES_MAX })
}

export function titleOf({ _id, ...title }: TitleDocument): z.infer<typeof TitleView> {
  const { name, taxNumber, address, phone, bank, account, note, sites, on, version, changedAt } = title
  return {
    titleId: _id,
    ...{ name, taxNumber, address, phone, bank, account, note, sites, on, version, changedAt },
  }
}
