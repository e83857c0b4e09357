-- The queries of the operator's runbook, as they stand there. They must run unchanged on our schema.

SELECT version();

SELECT COUNT(*) FROM market_symbols WHERE is_active = true;

SHOW max_connections;

SELECT
    s.symbol,
    COUNT(md.timestamp) as bar_count,
    MIN(md.timestamp) as earliest_bar,
    MAX(md.timestamp) as latest_bar,
    MAX(md.timestamp) > NOW() - INTERVAL '2 days' as recent_data
FROM market_symbols s
LEFT JOIN market_data md ON md.symbol_id = s.id AND md.interval_type = '30m'
WHERE s.is_active = true
GROUP BY s.symbol
HAVING COUNT(md.timestamp) > 0
ORDER BY latest_bar DESC
LIMIT 20;

SELECT
    s.symbol,
    MAX(md.timestamp) as latest_timestamp,
    NOW() - MAX(md.timestamp) as age
FROM market_symbols s
LEFT JOIN market_data md ON md.symbol_id = s.id AND md.interval_type = '30m'
WHERE s.is_active = true
GROUP BY s.symbol
HAVING MAX(md.timestamp) < NOW() - INTERVAL '7 days' OR MAX(md.timestamp) IS NULL
ORDER BY age DESC;

SELECT
    run_timestamp,
    interval_type,
    symbols_requested,
    symbols_updated,
    symbols_failed,
    bars_fetched,
    bars_stored,
    status,
    execution_time_ms
FROM data_collection_runs
ORDER BY run_timestamp DESC
LIMIT 10;

SELECT 1;

SELECT COUNT(*) FROM market_data WHERE timestamp > NOW() - INTERVAL '1 hour';

SELECT * FROM scheduler_state ORDER BY updated_at DESC LIMIT 1;

SELECT
    run_timestamp,
    status,
    symbols_processed,
    signals_generated,
    execution_time_ms,
    error_count
FROM prediction_runs
ORDER BY run_timestamp DESC
LIMIT 10;

SELECT * FROM prediction_runs ORDER BY run_timestamp DESC LIMIT 5;

SELECT
    symbol,
    signal_type,
    confidence,
    signal_strength,
    notification_sent,
    notification_sent_at
FROM generated_signals
WHERE confidence >= 0.65
ORDER BY signal_timestamp DESC
LIMIT 10;

SELECT
    DATE(run_timestamp) as date,
    COUNT(*) as total_runs,
    SUM(CASE WHEN status = 'SUCCESS' THEN 1 ELSE 0 END) as successful_runs,
    ROUND(100.0 * SUM(CASE WHEN status = 'SUCCESS' THEN 1 ELSE 0 END) / COUNT(*), 2) as success_rate_pct
FROM data_collection_runs
WHERE run_timestamp > NOW() - INTERVAL '7 days'
GROUP BY DATE(run_timestamp)
ORDER BY date DESC;

SELECT
    run_timestamp,
    symbols_requested,
    symbols_updated,
    symbols_failed,
    ROUND(100.0 * symbols_updated / NULLIF(symbols_requested, 0), 2) as success_rate_pct
FROM data_collection_runs
ORDER BY run_timestamp DESC
LIMIT 10;

SELECT
    run_timestamp,
    status,
    symbols_processed,
    signals_generated,
    execution_time_ms,
    ROUND(execution_time_ms / 1000.0, 2) as execution_time_seconds
FROM prediction_runs
ORDER BY run_timestamp DESC
LIMIT 10;

SELECT
    DATE(signal_timestamp) as date,
    COUNT(*) as total_signals,
    SUM(CASE WHEN confidence >= 0.65 THEN 1 ELSE 0 END) as high_confidence_signals,
    AVG(confidence) as avg_confidence
FROM generated_signals
WHERE signal_timestamp > NOW() - INTERVAL '7 days'
GROUP BY DATE(signal_timestamp)
ORDER BY date DESC;

SELECT
    DATE(signal_timestamp) as date,
    COUNT(*) as total_signals,
    SUM(CASE WHEN notification_sent = true THEN 1 ELSE 0 END) as notifications_sent,
    ROUND(100.0 * SUM(CASE WHEN notification_sent = true THEN 1 ELSE 0 END) / COUNT(*), 2) as notification_rate_pct
FROM generated_signals
WHERE signal_timestamp > NOW() - INTERVAL '7 days'
  AND confidence >= 0.65
GROUP BY DATE(signal_timestamp)
ORDER BY date DESC;

SELECT
    pg_size_pretty(pg_database_size('dgas')) as database_size;

SELECT
    schemaname,
    tablename,
    pg_size_pretty(pg_total_relation_size(schemaname||'.'||tablename)) AS size
FROM pg_tables
WHERE schemaname = 'public'
ORDER BY pg_total_relation_size(schemaname||'.'||tablename) DESC
LIMIT 10;

SELECT count(*) as active_connections
FROM pg_stat_activity
WHERE datname = 'dgas' AND state = 'active';

SELECT
    COUNT(DISTINCT s.id) as total_symbols,
    COUNT(DISTINCT md.symbol_id) as symbols_with_data,
    COUNT(DISTINCT s.id) - COUNT(DISTINCT md.symbol_id) as symbols_without_data
FROM market_symbols s
LEFT JOIN market_data md ON md.symbol_id = s.id AND md.interval_type = '30m'
WHERE s.is_active = true;

SELECT
    s.symbol,
    COUNT(md.timestamp) as bar_count,
    MIN(md.timestamp) as earliest_bar,
    MAX(md.timestamp) as latest_bar,
    CASE
        WHEN MAX(md.timestamp) > NOW() - INTERVAL '2 days' THEN 'RECENT'
        WHEN MAX(md.timestamp) > NOW() - INTERVAL '7 days' THEN 'STALE'
        ELSE 'VERY_STALE'
    END as freshness_status
FROM market_symbols s
LEFT JOIN market_data md ON md.symbol_id = s.id AND md.interval_type = '30m'
WHERE s.is_active = true
GROUP BY s.symbol
HAVING COUNT(md.timestamp) > 0
ORDER BY latest_bar ASC
LIMIT 20;

SELECT
    s.symbol,
    COUNT(md.timestamp) as bar_count,
    CASE
        WHEN COUNT(md.timestamp) >= 100 THEN 'SUFFICIENT'
        ELSE 'INSUFFICIENT'
    END as readiness
FROM market_symbols s
LEFT JOIN market_data md ON md.symbol_id = s.id AND md.interval_type = '30m'
WHERE s.is_active = true
GROUP BY s.symbol
HAVING COUNT(md.timestamp) < 100
ORDER BY bar_count DESC
LIMIT 20;

SELECT * FROM data_collection_runs ORDER BY run_timestamp DESC LIMIT 5;

VACUUM ANALYZE;

VACUUM FULL ANALYZE;

REINDEX DATABASE dgas;
