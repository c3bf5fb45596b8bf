export default definePageConfig({ navigationBarTitleText: '举报与申诉', enablePullDownRefresh: true })
