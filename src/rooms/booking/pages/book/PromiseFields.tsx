import { View } from '@tarojs/components'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { At, type PartProblem } from '@/ui/field/At'
import { PROMISES, type VisitDraft } from '../../centre/visitDraft'

interface PromiseFieldsProps {
  draft: VisitDraft
  /** What this kind of visit asks for, a line each. */
  promises: readonly string[]
  problems: readonly PartProblem[]
  change: (part: Partial<VisitDraft>) => void
}

/** What has to be agreed to before booking: a licence to bring, nothing drunk. */
export function PromiseFields({ draft, promises, problems, change }: PromiseFieldsProps) {
  const { agreed } = draft
  if (promises.length === 0) return null
  return (
    <At path={PROMISES} problems={problems}>
      <Card padding="none">
        {promises.map(promise => (
          <View key={promise} className="book__promise">
            <Checkbox
              checked={agreed.includes(promise)}
              onChange={checked =>
                change({ agreed: checked ? [...agreed, promise] : agreed.filter(one => one !== promise) })
              }
            >
              {promise}
            </Checkbox>
          </View>
        ))}
      </Card>
    </At>
  )
}
