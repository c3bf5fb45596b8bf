export default definePageConfig({ navigationBarTitleText: '班车线路', enablePullDownRefresh: true })
