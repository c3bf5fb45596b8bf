import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Card } from '@/ui/card/Card'
import { Chip } from '@/ui/chip/Chip'
import { type Category, withHandler } from '../../categoryDraft'

type Desks = Category['desks']

interface DesksProps {
  desks: Desks
  people: Output<typeof api.selfservice.openTicketCategories>['people']
  onChange: (desks: Desks) => void
}

/** Who does it where: those who hold the role, by the site of each. The first one answers for what is late. */
export function Desks({ desks, people, onChange }: DesksProps) {
  const sites = [...new Set([...desks.map(({ site }) => site), ...people.map(({ site }) => site)])]
  return (
    <View>
      <View className="t12 secondary">哪个园区谁来接；名字前有「负责」的收到超时提醒</View>
      {sites.map(site => {
        const desk = desks.find(one => one.site === site)
        return (
          <Card key={site} padding="compact" className="mt-8">
            <View className="t14 medium">{site}</View>
            <View className="ticket-category__options">
              {people.map(({ employeeId, name }) => (
                <Chip
                  key={employeeId}
                  on={desk?.handlerIds.includes(employeeId) ?? false}
                  onTap={() => onChange(withHandler(desks, site, employeeId))}
                >
                  {desk?.leadId === employeeId ? `负责 ${name}` : name}
                </Chip>
              ))}
            </View>
          </Card>
        )
      })}
    </View>
  )
}
