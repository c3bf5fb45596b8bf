export default definePageConfig({ navigationBarTitleText: '直播现场' })
