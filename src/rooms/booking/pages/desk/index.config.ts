export default definePageConfig({ navigationBarTitleText: '体验中心前台', enablePullDownRefresh: true })
