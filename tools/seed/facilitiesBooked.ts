/** Who of the cast has booked the n-th lesson of a course from now; the first is 0, the one before now is −1. */
export interface LessonBooked {
  courseId: string
  nth: number
  coming?: readonly string[]
  /** Came to nothing: they did not come. */
  missed?: readonly string[]
  waiting?: readonly string[]
}

export const lessonsBooked: readonly LessonBooked[] = [
  { courseId: 'gym-shanghai.yoga', nth: 0, coming: ['linxiaochuan', 'bailu', 'xiahe', 'caotian'] },
  { courseId: 'gym-shanghai.yoga', nth: -1, coming: ['linxiaochuan', 'bailu'], missed: ['dingyifan'] },
  { courseId: 'gym-shanghai.yoga', nth: -2, coming: ['linxiaochuan', 'liman'], missed: ['maxiao'] },
  { courseId: 'gym-shanghai.boxing', nth: -1, coming: ['linxiaochuan', 'handong'], missed: ['maxiao'] },
  { courseId: 'gym-shanghai.stretch', nth: -1, missed: ['maxiao'] },
  {
    courseId: 'gym-shanghai.spin',
    nth: 0,
    coming: ['fuyan', 'fangzhou', 'renfei'],
    waiting: ['fengyinuo', 'xuzhiyuan', 'jiangwenbo'],
  },
  { courseId: 'gym-chengdu.yoga', nth: 0, coming: ['suyutong', 'chenjiahe', 'yuanyuan'] },
]

/** Who pays the deposit of a lesson to come, out of the cast: the others booked before there was one. */
export const deposited: readonly string[] = ['fuyan', 'fangzhou']

/** An absence that its person has something to say about. */
export const appealsTold: readonly [key: string, words: string][] = [
  ['dingyifan', '那天仓库临时盘点，手机放在更衣室，没来得及取消。'],
]

/** Who of the cast has a court or room: so many days from today, the n-th time of the day. */
export const courtsBooked: readonly [
  unitId: string,
  key: string,
  days: number,
  nth: number,
  waiting?: string,
][] = [
  ['badminton-shanghai.2', 'linxiaochuan', 1, 7, 'zhaoqiming'],
  ['badminton-shanghai.1', 'zhaoqiming', 0, 8],
  ['meeting-shanghai.1', 'hejunlin', 1, 1],
  ['badminton-chengdu.1', 'tianye', 1, 6],
]
