import type { ReadyReason } from '@/rooms/access/public'

export const acceptReasons: readonly ReadyReason[] = [
  { label: '正好缺', sentence: '正好缺这个词，谢谢你写下来。' },
  { label: '说得更清楚', sentence: '你说得更清楚，按你的意思改了。' },
]

export const refuseReasons: readonly ReadyReason[] = [
  { label: '已经有了', sentence: '词库里已经有这个意思，换个叫法就能查到。' },
  { label: '不是我们的词', sentence: '这个词哪里都这么说，词库先收我们自己的。' },
  { label: '没核实到', sentence: '还没有找到可靠的来源，核实了再收。' },
]

export const withdrawReasons: readonly ReadyReason[] = [
  { label: '不再用了', sentence: '公司已经不用这个说法。' },
  { label: '并进别的词', sentence: '和另一个词是一回事，并过去了。' },
]
