import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spokenAs } from '@/ui/a11y/spoken'
import './cellTable.scss'

type Cells = Readonly<Partial<Record<string, ReactNode>>>

/** A row of a table on a desk, a block of words on a phone: the same cells, laid out by width. */
export function CellRow({ cells, head = false }: { cells: Cells; head?: boolean }) {
  return (
    <View className={`cells__row${head ? ' cells__row--head' : ''}`} {...spokenAs('row')}>
      {Object.entries(cells).map(([column, cell]) => (
        <View
          key={column}
          className={`cells__cell cells__cell--${column}`}
          {...spokenAs(head ? 'columnheader' : 'cell')}
        >
          {cell}
        </View>
      ))}
    </View>
  )
}

export interface CellTableProps {
  label: string
  heads: Cells
  /** Where the page's styles say how wide each column is, and in which order a phone shows them. */
  className: string
  children: ReactNode
}

/** The heads are drawn in a wide window alone. */
export function CellTable({ label, heads, className, children }: CellTableProps) {
  return (
    <View className={className} {...spokenAs('table')} aria-label={label}>
      <CellRow head cells={heads} />
      {children}
    </View>
  )
}
