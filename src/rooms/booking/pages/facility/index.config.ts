export default definePageConfig({ navigationBarTitleText: '健身与场馆', enablePullDownRefresh: true })
