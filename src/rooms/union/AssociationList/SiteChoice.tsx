import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '@/ui/chip/Chip'
import { Icon } from '@/ui/icon/Icon'
import { Sheet } from '@/ui/sheet/Sheet'

interface SiteChoiceProps {
  /** Everywhere first. */
  choices: readonly { key: string; label: string }[]
  chosen: string
  onChoose: (key: string) => void
}

/** Where an association is: one chip beside those of its kind, so that the list begins higher. */
export function SiteChoice({ choices, chosen, onChoose }: SiteChoiceProps) {
  const [open, setOpen] = useState(false)
  const { label = '' } = choices.find(({ key }) => key === chosen) ?? {}
  return (
    <>
      <Chip soft={chosen !== choices[0]?.key} label={`${label}，换一个园区`} onTap={() => setOpen(true)}>
        <Icon name="pin" size={16} />
        {label}
        <Icon name="down" size={16} />
      </Chip>
      <Sheet open={open} title="看哪个园区的" onClose={() => setOpen(false)}>
        <View className="association-list__sites">
          {choices.map(({ key, label: name }) => (
            <Chip
              key={key}
              on={key === chosen}
              onTap={() => {
                onChoose(key)
                setOpen(false)
              }}
            >
              {name}
            </Chip>
          ))}
        </View>
      </Sheet>
    </>
  )
}
