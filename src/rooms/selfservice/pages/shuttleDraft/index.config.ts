export default definePageConfig({ navigationBarTitleText: '改时刻表' })
