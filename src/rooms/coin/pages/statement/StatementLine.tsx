import { View } from '@tarojs/components'
import { useState } from 'react'
import { ariaState } from '@/ui/a11y/ariaState'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { Coin } from '@/ui/coin/Coin'
import { Equation } from './Equation'
import { explain, type Line, sayExperience } from './statementLines'

/** One movement of coins; a tap opens the reason. */
export function StatementLine({ line }: { line: Line }) {
  const [open, setOpen] = useState(false)
  const doubled = (line.earning?.multiplier ?? 1) > 1
  const control = {
    ...tappable(),
    ...ariaState({ expanded: open }),
    onClick: () => setOpen(before => !before),
  }
  return (
    <View className="statement-line">
      <View className="statement-line__head" {...control}>
        <View className="grow">
          <View className="t16 medium">{line.title}</View>
          <View className="statement-line__why">
            <View>{explain(line)}</View>
            {line.experience === 0 ? null : <View>{sayExperience(line)}</View>}
            {doubled ? <Badge tone="happy">Happy Hour</Badge> : null}
          </View>
        </View>
        <View className="statement-line__figures">
          <Coin amount={line.amount} signed doubled={doubled} />
          <View className="t12 secondary">余 {line.balanceAfter.toLocaleString('en-US')}</View>
        </View>
      </View>
      {open ? <Equation line={line} /> : null}
    </View>
  )
}
