import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '@/ui/chip/Chip'
import { Icon } from '@/ui/icon/Icon'
import { Sheet } from '@/ui/sheet/Sheet'

interface SiteChipProps {
  /** Where a post may be from, the writer's own site first. */
  sites: readonly string[]
  /** Where it is from; undefined: where the writer is. */
  site: string | undefined
  onChoose: (site: string | undefined) => void
}

/** Where the post is from, as readers see it under the writer's name. Nothing where there is but one place. */
export function SiteChip({ sites, site, onChoose }: SiteChipProps) {
  const [open, setOpen] = useState(false)
  const [own] = sites
  const chosen = site ?? own
  if (sites.length < 2 || chosen === undefined) return null
  const choose = (one: string) => {
    onChoose(one === own ? undefined : one)
    setOpen(false)
  }
  return (
    <>
      <Chip label={`发自${chosen}，换一个园区`} onTap={() => setOpen(true)}>
        <Icon name="pin" size={16} />
        {chosen}
        <Icon name="down" size={16} />
      </Chip>
      <Sheet open={open} title="发自哪个园区" note="同事会在你的名字下面看到" onClose={() => setOpen(false)}>
        <View className="compose__sites">
          {sites.map(one => (
            <Chip key={one} on={one === chosen} onTap={() => choose(one)}>
              {one}
            </Chip>
          ))}
        </View>
      </Sheet>
    </>
  )
}
