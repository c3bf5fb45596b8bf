import { type Column, columnKeys, columns } from '@domain/content/article'
import { Segments } from '@/ui/segments/Segments'

export type ColumnChoice = Column | 'all'

const segments = [
  { key: 'all' as ColumnChoice, text: '全部' },
  ...columnKeys.map(key => ({ key: key as ColumnChoice, text: columns[key] })),
]

/** The columns in one line, everything first. */
export function ColumnTabs({
  value,
  onChange,
}: {
  value: ColumnChoice
  onChange: (column: ColumnChoice) => void
}) {
  return <Segments segments={segments} value={value} onChange={onChange} />
}
