import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { tappable } from '../a11y/tappable'
import { Icon, type IconName } from '../icon/Icon'
import './listRow.scss'

export interface ListRowProps {
  /** An icon's name, or a picture or avatar of at most 56 px. */
  lead?: IconName | ReactNode
  title: ReactNode
  /** Second line of 12; a third goes in as an array. */
  meta?: ReactNode | ReactNode[]
  /** At the right: a count, a badge, a button. */
  end?: ReactNode
  /** The title in 400 instead of 500, for a menu. */
  plain?: boolean
  /** The chevron says that a tap leads on; off for a row whose tap acts in place. */
  chevron?: boolean
  onTap?: () => void
  label?: string
}

const isIcon = (lead: ReactNode): lead is IconName => typeof lead === 'string'

/** A row of at least 56 px in a card. The rule between rows starts where the text starts. */
export function ListRow({ lead, title, meta, end, plain, chevron, onTap, label }: ListRowProps) {
  const metas = Array.isArray(meta) ? meta : meta === undefined || meta === null ? [] : [meta]
  return (
    <View
      className="list-row"
      {...(onTap ? { hoverClass: 'pressed', hoverStayTime: 120, onClick: onTap } : {})}
    >
      {lead ? <View className="list-row__lead">{isIcon(lead) ? <Icon name={lead} /> : lead}</View> : null}
      <View className="list-row__main">
        <View className="list-row__words">
          {/* The whole row can be tapped; the words alone are the control, so that a button may stand beside. */}
          <View className="list-row__body" {...(onTap ? { ...tappable(label), hoverClass: 'none' } : {})}>
            <View className={`list-row__title${plain ? ' list-row__title--plain' : ''}`}>{title}</View>
            {metas.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a row have no identity but their place
              <View key={index} className="list-row__meta">
                {line}
              </View>
            ))}
          </View>
          {end !== undefined && end !== null ? <View className="list-row__end">{end}</View> : null}
        </View>
        {(chevron ?? Boolean(onTap)) ? (
          <View className="list-row__chevron">
            <Icon name="next" size={16} />
          </View>
        ) : null}
      </View>
    </View>
  )
}
