import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { SectionHeader } from '@/ui/section/SectionHeader'

interface ChoicesProps {
  offices: Output<typeof api.identity.previewLeaving>['offices']
  chosen: Record<string, string | null>
  onChoose: (associationId: string, toEmployeeId: string | null) => void
}

/** Who follows in each association: a member, or nobody for now. */
export function Choices({ offices, chosen, onChoose }: ChoicesProps) {
  return offices.map(({ associationId, name, successors }) => (
    <Card key={associationId} padding="none">
      <SectionHeader title={`${name}的会长交给谁`} />
      <View className="leaving__successors">
        {successors.map(({ employeeId, name: member, department }) => (
          <Checkbox
            key={employeeId}
            shape="round"
            checked={chosen[associationId] === employeeId}
            onChange={() => onChoose(associationId, employeeId)}
          >
            {member} · {department}
          </Checkbox>
        ))}
        <Checkbox
          shape="round"
          checked={associationId in chosen && chosen[associationId] === null}
          onChange={() => onChoose(associationId, null)}
        >
          先空着
        </Checkbox>
      </View>
    </Card>
  ))
}
