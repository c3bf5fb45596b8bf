import { type Urgency, urgencies } from '@domain/selfservice/ticketUrgency'
import { View } from '@tarojs/components'
import { ariaState } from '@/ui/a11y/ariaState'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { urgencyNames } from '../../ticketWords'

/** How pressing it is: three in a row, one of them on. */
export function Urgent({ value, onChange }: { value: Urgency; onChange: (urgency: Urgency) => void }) {
  return (
    <View className="column gap-8">
      <View className="t14 secondary">有多急</View>
      <View className="new-ticket__urgent" {...spokenAs('radiogroup')} aria-label="有多急">
        {urgencies.map(urgency => (
          <View
            key={urgency}
            className={`new-ticket__how${urgency === value ? ' new-ticket__how--on' : ''}`}
            {...tappable(urgencyNames[urgency], 'radio')}
            {...ariaState({ checked: urgency === value })}
            onClick={() => onChange(urgency)}
          >
            {urgencyNames[urgency]}
          </View>
        ))}
      </View>
    </View>
  )
}
