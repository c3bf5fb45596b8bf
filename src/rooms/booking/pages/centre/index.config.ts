export default definePageConfig({ navigationBarTitleText: '品牌体验中心', enablePullDownRefresh: true })
